/**
 * What a worker keeps from file to file: the loaded phone, the program that it compiled, a browser and its used tabs. The
 * environment loads it outside of the files' own worlds, and hands it in. Invariant: the browser ends with the worker and
 * never keeps it.
 */
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import type { Browser } from 'playwright-core'
import * as phone from '../../local/phone'
import type { LaunchOptions, MiniProgram } from './driver'

// The package has types of its own, but exports them only for one way of importing.
const automator = createRequire(__filename)('miniprogram-automator') as {
  connect(options: { wsEndpoint: string }): Promise<MiniProgram>
  launch(options: LaunchOptions): Promise<MiniProgram>
}

let tabs: Promise<phone.Tabs> | null = null

/** A browser is killed at its worker's exit, but a worker exits only when it holds on to nothing. */
async function launchUnheld(): Promise<Browser> {
  const started: ChildProcess[] = []
  const note = (message: unknown): void => void started.push((message as { process: ChildProcess }).process)
  subscribe('child_process', note)
  try {
    return await phone.launchBrowser()
  } finally {
    unsubscribe('child_process', note)
    for (const child of started) {
      child.unref()
      for (const pipe of child.stdio) (pipe as Socket | null)?.unref()
    }
  }
}

async function openBrowser(): Promise<phone.Tabs> {
  const browser = await launchUnheld()
  browser.on('disconnected', () => (tabs = null))
  return new phone.Tabs(browser)
}

export const KEPT = {
  phone,
  automator,
  tabs: () => (tabs ??= openBrowser()),
  /** Until the browser's driver has no timer left that would keep the worker. */
  quiet: async () => (await tabs)?.settled(),
}
