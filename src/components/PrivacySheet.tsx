/** Asks once, before something private is used: what for, where to read more, yes or no. A no leaves the page as it is. */
import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { words } from '../text/member'
import Button from './Button'
import { AGREE_ID, answerPrivacy, onPrivacyAsked, privacySubject, type PrivacySubject } from './privacy'
import Sheet from './Sheet'
import './PrivacySheet.scss'

const text = words.privacy

/** Of the page on the screen; the pages beneath it show nothing. */
function useAskedHere(): PrivacySubject | null {
  const [shown, setShown] = useState(true)
  const [asked, setAsked] = useState(privacySubject)
  useEffect(() => onPrivacyAsked(() => setAsked(privacySubject())), [])
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown ? asked : null
}

export default function PrivacySheet(): ReactNode {
  const asked = useAskedHere()
  const [refused, setRefused] = useState(false)
  // Its words stay while it slides away.
  const [about, setAbout] = useState<PrivacySubject>('other')
  useEffect(() => {
    if (asked) setAbout(asked)
  }, [asked])
  const refuse = (): void => {
    setRefused(true)
    answerPrivacy(false)
  }
  const close = asked ? refuse : () => setRefused(false)
  return (
    <Sheet open={asked !== null || refused} title={asked ? text.title : text.refusedTitle} onClose={close}>
      {asked ? (
        <View className="privacy">
          <View className="privacy__words">{text.uses[asked]}</View>
          <View className="privacy__words">{text.promise}</View>
          <Button kind="text" wide onTap={() => void Taro.openPrivacyContract({})}>
            {text.read}
          </Button>
          <Button
            wide
            id={AGREE_ID}
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          >
            {text.agree}
          </Button>
          <Button wide kind="secondary" onTap={refuse}>
            {text.disagree}
          </Button>
        </View>
      ) : (
        <View className="privacy">
          <View className="privacy__words">{text.without[about]}</View>
          <Button wide onTap={close}>
            {text.understood}
          </Button>
        </View>
      )}
    </Sheet>
  )
}
