/** Before a build counts: what WeChat would refuse in it, and what no test on the local phone can have seen. */
import { guardApiUse, guardPackage, type Excused } from '../../local/phone'

/** Folders and files of the mini program's own code, from the root. */
const SOURCES = ['src/app.ts', 'src/custom-tab-bar', 'src/pages', 'src/components', 'src/client']
const BUILT = 'dist/weapp'

const NO_FILE_TO_SEND =
  'a phone may refuse to send a file, and the sheet then offers to copy; that way is the one that is tested'

/** What the local phone refuses by name, and why the program may ask for it. */
const EXCUSED: Excused = {
  'getFileSystemManager().writeFileSync': NO_FILE_TO_SEND,
  shareFileMessage: NO_FILE_TO_SEND,
}

/** Whether the sources use only what the local phone has. @returns a line for each that it lacks. */
export const guardSources = (root: string): string[] => lines(guardApiUse(root, SOURCES, EXCUSED))

/** @returns a line for each thing that WeChat would refuse in the built mini program. */
export const guardBuilt = (root: string): string[] => lines(guardPackage(`${root}/${BUILT}`))

const lines = (refused: readonly { where: string; why: string }[]): string[] =>
  refused.map(({ where, why }) => `${where}: ${why}`)
