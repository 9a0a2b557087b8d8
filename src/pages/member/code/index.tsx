/** The member code, held out to an assistant or a till. The page is of the card's own metal. */
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import type { Material } from '../../../domain/programme/programme'
import { words } from '../../../text/member'
import CodeCard from './CodeCard'
import CodeFailure from './CodeFailure'
import CodeSkeleton from './CodeSkeleton'
import { rememberBirthday, rememberTail } from './phone-tail'
import { useBrightScreen } from '../../../client/use-bright-screen'
import { useMemberCode } from './use-member-code'
import './index.scss'

const MATERIALS: readonly Material[] = ['cotton', 'silver', 'gold', 'platinum', 'diamond']
const DARK_MATERIALS: readonly Material[] = ['platinum', 'diamond']

/** The time and the battery above the page must be readable on this metal. */
function useReadableStatusBar(material: Material | undefined): void {
  useEffect(() => {
    if (!material) return
    const frontColor = DARK_MATERIALS.includes(material) ? '#ffffff' : '#000000'
    void Taro.setNavigationBarColor({ frontColor, backgroundColor: '#000000' }).catch(() => undefined)
  }, [material])
}

const finish = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: '/pages/member/home/index' })
}

export default function CodePage(): ReactNode {
  const member = useMemberCode()
  const bright = useBrightScreen()
  const { params } = useRouter()
  const { code, life, failure, renewing, renew } = member
  useEffect(() => {
    if (!code) return
    rememberTail(code.phoneTail)
    rememberBirthday(code.hasBirthday)
  }, [code])

  const over = failure !== null && (!code || life?.phase === 'over')
  const material = over
    ? undefined
    : (code?.card.material ?? MATERIALS.find((each) => each === params.material))
  useReadableStatusBar(material)

  return (
    <Screen
      className={material ? `code material--${material} material-tall--${material}` : ''}
      busyLabel={code || failure ? undefined : words.shared.loading}
    >
      {material && <View className={`metal-texture texture--${material}`} />}
      <NavBar title={words.code.title} material={material} />
      {over ? (
        <CodeFailure failure={failure} retrying={renewing} onRetry={renew} />
      ) : code && life && life.phase !== 'over' ? (
        <CodeCard member={member} code={code} life={life} bright={bright} onFinish={finish} />
      ) : (
        <CodeSkeleton />
      )}
    </Screen>
  )
}
