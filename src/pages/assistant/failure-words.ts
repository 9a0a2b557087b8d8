/** What went wrong, as the assistant's pages say it: in Chinese, whatever the phone speaks. */
import type { Failure } from '../../client/answer'
import * as errors from '../../client/error-text'

export const errorText = (failure: Failure): errors.ErrorText => errors.errorText(failure, 'zh-CN')
export const errorReference = (failure: Failure): string => errors.errorReference(failure, 'zh-CN')
