/**
 * The errors that travel to the SDK. Invariant: code and text are what the platform sends, so that the SDK throws
 * what it throws in production; refusals of this stand-in begin with "local cloud".
 */
import type { StrictRuleName } from './strictness'

export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const SUFFIX = 'Please check your request, but if the problem persists, contact us.'

export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${SUFFIX}`,
  )

export const collectionExists = (name: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[ResourceUnavailable.ResourceExist] Table exist: ${name}. ${SUFFIX}`,
  )

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${SUFFIX}`,
  )

export const transactionMissing = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${SUFFIX}`,
  )

export const duplicateKey = (collection: string, index: string, key: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ' +
      `local.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]. ${SUFFIX}`,
  )

/** What MongoDB itself rejects. */
export const badRequest = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)

/** A rule of production that the caller broke, and that production would not report so early or so clearly. */
export const strictRefusal = (rule: StrictRuleName, message: string) =>
  new CloudError('DATABASE_TRANSACTION_FAIL', `local cloud refuses: ${message} (strict rule ${rule})`)

export const diskFull = () =>
  new CloudError('DATABASE_REQUEST_FAILED', 'the disk is full: nothing of this request was written')

/** A request that has not the shape of the SDK's protocol. */
export const invalidParameter = (message: string) => new CloudError('INVALID_PARAM', message)

export const notImplemented = (name: string) =>
  new CloudError('INVALID_PARAM', `local cloud does not implement ${name} yet`)
