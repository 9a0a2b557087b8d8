/** Why something on the own page did not happen, or that nobody knows yet whether it did. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import type { CommandView } from '../../../client/use-command'
import { ME_TEXT as text } from '../../../text/me'

export default function MeNotice({ command }: { readonly command: CommandView<unknown> }): ReactNode {
  if (command.state !== 'failed' && command.state !== 'unknown') return null
  const unknown = command.state === 'unknown'
  const { title, advice } = unknown
    ? { title: text.unknownTitle, advice: text.unknownAdvice }
    : errorText(command.error)
  return (
    <View
      className={unknown ? 'me-notice' : 'me-notice me-notice--failure'}
      ariaRole="alert"
      ariaLive="assertive"
    >
      <View className="me-notice__title">{title}</View>
      <View className="me-notice__advice">{advice}</View>
      <View className="me-notice__reference num">{errorReference(command.error)}</View>
    </View>
  )
}
