/** Prints the one-time code with which the first manager claims an installation; needs its SHUKE_SECRET. */
import { installationCode } from '../src/server/run/secret'

console.log(installationCode())
