/** The text of a code as a square to be scanned from a distance: dark on white in any light. */
import { Image, View } from '@tarojs/components'
import { useMemo, type ReactNode } from 'react'
import { pictureSource, qrPicture, sharpSize } from '../../../components/code-pictures'
import { phoneFrame } from '../../../components/phone-frame'
import { PLACE_CODE_TEXT as text } from '../../../text/zh-cn/place-code'

const DESIGN_WIDTH = 390
const SIZE = 264

export default function Square({ code }: { readonly code: string }): ReactNode {
  const { src, side } = useMemo(() => {
    const { width, pixelRatio } = phoneFrame()
    const picture = qrPicture(code)
    const size = sharpSize(picture.modules, (SIZE * width) / DESIGN_WIDTH, pixelRatio)
    return { src: pictureSource(picture), side: `${size}px` }
  }, [code])
  return (
    <View className="place-code__card">
      <Image
        className="place-code__qr"
        style={{ width: side, height: side }}
        src={src}
        ariaLabel={text.qrLabel}
      />
    </View>
  )
}
