/** Runs in the mini program before its first page: teaches the runtime the attributes that the templates got. */
import { mergeInternalComponents } from '@tarojs/shared'
import ariaAttributes from './aria-attributes'

mergeInternalComponents(ariaAttributes)
