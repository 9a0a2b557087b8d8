/**
 * 舞台: the page around the phones of a built mini program, with the cloud's clock and its last requests. What others
 * use is here; nothing in this folder knows what the mini program is about.
 */
export { createStage, type Stage, type StageOptions } from './serve/stage'
export type { Person, Side, Spoken, StageContent } from './content'
export type { CallKind, Phase, Pulse, RequestCall, RequestRow, StartStep } from './pulse'
export type { Told } from './serve/cloud-view'
