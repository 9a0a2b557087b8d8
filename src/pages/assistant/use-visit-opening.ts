/**
 * From a member code to a visit in hand: by the camera, or typed where the camera fails.
 * Invariant: one code at a time; a visit is put down before another is taken.
 */
import Taro from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../../client/answer'
import { call } from '../../client/call'
import { putVisitDown, takeVisit } from './on-hand'

export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'resolving' }
  | { readonly kind: 'camera-failed' }
  | { readonly kind: 'refused'; readonly error: Failure }

export interface VisitOpening {
  readonly opening: Opening
  readonly scan: () => void
  readonly submitCode: (code: string) => void
  readonly dismiss: () => void
}

type Scanned =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }

async function scanCode(): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode', 'barCode'] })
    return { kind: 'code', code: result }
  } catch (rejection) {
    return { kind: /cancel/.test(messageOf(rejection)) ? 'cancelled' : 'failed' }
  }
}

const messageOf = (rejection: unknown): string =>
  typeof rejection === 'object' && rejection !== null && 'errMsg' in rejection ? String(rejection.errMsg) : ''

export function useVisitOpening(onOpened: () => void): VisitOpening {
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' })
  const busy = useRef(false)
  const opened = useRef(onOpened)
  opened.current = onOpened

  const submitCode = useCallback((code: string) => {
    const resolve = async (): Promise<void> => {
      setOpening({ kind: 'resolving' })
      putVisitDown()
      const answer = await call('assistant', 'resolve', { code })
      if (answer.ok) takeVisit(answer.data)
      setOpening(answer.ok ? { kind: 'idle' } : { kind: 'refused', error: answer.error })
      if (answer.ok) opened.current()
    }
    void oneAtATime(busy, resolve)
  }, [])

  const scan = useCallback(() => {
    const look = async (): Promise<string | null> => {
      const scanned = await scanCode()
      setOpening({ kind: scanned.kind === 'failed' ? 'camera-failed' : 'idle' })
      return scanned.kind === 'code' ? scanned.code : null
    }
    void oneAtATime(busy, look).then((code) => code && submitCode(code))
  }, [submitCode])

  const dismiss = useCallback(() => setOpening({ kind: 'idle' }), [])
  return { opening, scan, submitCode, dismiss }
}

async function oneAtATime<Result>(
  busy: { current: boolean },
  work: () => Promise<Result>,
): Promise<Result | null> {
  if (busy.current) return null
  busy.current = true
  try {
    return await work()
  } finally {
    busy.current = false
  }
}
