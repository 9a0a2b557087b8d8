/** Owns the calls about canvases of type 2d; the older canvas with its own pen refuses by name. */
import { CanvasNode } from '../drawing/canvas-node'
import { canvasToTempFilePath } from '../drawing/export-canvas'
import type { Phone } from '../phone'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

export function canvasApis(phone: Phone): ApiGroup {
  return {
    later: { canvasToTempFilePath },
    now: { createOffscreenCanvas: (options?: Options) => offscreen(phone, options ?? {}) },
  }
}

function offscreen(phone: Phone, { type = 'webgl', width = 300, height = 150 }: Options): CanvasNode {
  if (type !== '2d') refuse('createOffscreenCanvas:fail only type 2d is known to local phone')
  const canvas = document.createElement('canvas')
  canvas.width = Number(width)
  canvas.height = Number(height)
  return new CanvasNode(phone, canvas)
}
