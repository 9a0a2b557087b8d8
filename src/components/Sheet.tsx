/** A half page that slides up over a scrim. Closed by the scrim or its cross, never while it is `busy`. */
import { ScrollView, View } from '@tarojs/components'
import { useEffect, useState, type PropsWithChildren, type ReactNode } from 'react'
import { words } from '../text/member'
import './Sheet.scss'

interface SheetProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** Something is under way that must be seen to its end. */
  readonly busy?: boolean
}

const LEAVING_MS = 240

/** Stays in the tree while it slides away. */
function usePresence(open: boolean): boolean {
  const [present, setPresent] = useState(open)
  useEffect(() => {
    if (open) {
      setPresent(true)
      return undefined
    }
    const timer = setTimeout(() => setPresent(false), LEAVING_MS)
    return () => clearTimeout(timer)
  }, [open])
  return open || present
}

export default function Sheet(props: PropsWithChildren<SheetProps>): ReactNode {
  const { open, title, onClose, busy = false, children } = props
  // A closed sheet keeps its place: taking it out would send the whole page to the screen again.
  if (!usePresence(open)) return <View />
  const close = busy ? undefined : onClose
  return (
    <View className={open ? 'sheet' : 'sheet sheet--leaving'} catchMove>
      {/* Without a name: a screen reader is told of one way to close it, the cross. */}
      <View className="sheet__scrim" onClick={close} />
      <View className="sheet__panel" ariaRole="dialog" ariaLabel={title}>
        <View className="sheet__title">{title}</View>
        <View
          className={busy ? 'sheet__close sheet__close--off' : 'sheet__close pressable'}
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={words.shared.close}
          onClick={close}
        />
        <ScrollView className="sheet__body" scrollY>
          {children}
        </ScrollView>
      </View>
    </View>
  )
}
