/** Whole clouds as files, and what the process takes, at the door of the tools. The files are of this machine, named by their whole path. */
import path from 'node:path'
import { CloudError } from '../errors'
import type { Controls, Routes } from './control-route'
import { answer, bodyOf, type DoorAnswer, type DoorRequest, plainError } from './door'

export const DATA_ROUTES: Routes = {
  'POST snapshot': (request, controls) => withFile(request, controls, (file) => controls.snapshot(file)),
  'GET memory': () => answer({ rss: process.memoryUsage().rss }),
  'POST restore': (request, controls) => withFile(request, controls, (file) => controls.restore(file)),
}

function withFile(request: DoorRequest, controls: Controls, work: (file: string) => void): DoorAnswer {
  const { file } = bodyOf(request)
  if (typeof file !== 'string' || !path.isAbsolute(file))
    return plainError(400, 'the body needs a file by its whole path')
  try {
    work(file)
  } catch (error) {
    if (error instanceof CloudError) return plainError(409, error.message)
    throw error
  }
  return answer({ ok: true, collections: controls.collections() })
}
