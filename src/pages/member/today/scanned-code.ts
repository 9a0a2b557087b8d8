/** What a scanned picture says of a place: the text of a code that turns, the scene of one that hangs there. Pure. */
const LONGEST = 128

/** What is too long or nothing at all is no code, which is for the server to say. */
export function placeCodeOf(result: string, path?: string): string {
  const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1]
  return (scene === undefined ? result : sceneText(scene)).slice(0, LONGEST) || '-'
}

/** WeChat hands a scene over percent-encoded. */
export function sceneText(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return scene
  }
}
