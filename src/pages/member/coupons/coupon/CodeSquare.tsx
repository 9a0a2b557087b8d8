/** The code to be scanned: always dark on white, as large as the phone draws it sharply, with its digits. */
import { Image, View } from '@tarojs/components'
import { useMemo, type ReactNode } from 'react'
import { groupedDigits } from '../../../../components/grouped-digits'
import { phoneFrame } from '../../../../components/phone-frame'
import Skeleton from '../../../../components/Skeleton'
import { COUPON_TEXT as text } from '../../../../text/coupons'
import { pictureSource, qrPicture, sharpSize } from '../../../../components/code-pictures'
import type { CouponCode } from './use-coupon-code'

const DESIGN_WIDTH = 390
const QR_SIZE = 212

function CodePicture({ code }: { readonly code: string }): ReactNode {
  const { src, size } = useMemo(() => {
    const { width, pixelRatio } = phoneFrame()
    const picture = qrPicture(code)
    const room = (QR_SIZE * width) / DESIGN_WIDTH
    return { src: pictureSource(picture), size: `${sharpSize(picture.modules, room, pixelRatio)}px` }
  }, [code])
  return (
    <Image className="square__qr" style={{ width: size, height: size }} src={src} ariaLabel={text.qrLabel} />
  )
}

function lineOf({ life, isOld, renewing, scannedAt }: CouponCode): string {
  if (scannedAt !== null) return text.scanned(scannedAt)
  if (isOld) return text.offline
  if (!life || renewing || life.phase === 'due' || life.phase === 'over') return text.renewing
  return text.renews(life.seconds)
}

export default function CodeSquare({ shown }: { readonly shown: CouponCode }): ReactNode {
  const { code, life } = shown
  const last = life !== null && life.phase !== 'fresh'
  return (
    <View className="square">
      <View className="square__card">
        {code ? <CodePicture code={code.code} /> : <Skeleton width={QR_SIZE} height={QR_SIZE} />}
      </View>
      <View className="square__digits num" ariaLabel={text.digitsLabel(code?.code ?? '')}>
        {code ? groupedDigits(code.code) : ''}
      </View>
      <View className="square__scan">{text.scan}</View>
      <View
        className={last ? 'square__renews square__renews--last num' : 'square__renews num'}
        ariaRole="timer"
      >
        {lineOf(shown)}
      </View>
    </View>
  )
}
