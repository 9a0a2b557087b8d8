/** How an invitation travels in a mini-program code: `i.` and its code, within the 32 letters that a scene may have. */

const SCENE = /^i\.([a-z2-7]{10})$/

export const inviteScene = (code: string): string => `i.${code}`

/** The code of the invitation; null when the scene is another one. */
export const codeOfScene = (scene: string): string | null => SCENE.exec(scene)?.[1] ?? null
