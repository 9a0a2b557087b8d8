/** In which language and how large this phone reads. Kept on the phone, and the same for every page of it. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { chooseLanguage, chosenLanguage, LANGUAGE_CHOICES } from '../../../../client/spoken-language'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import { LANGUAGE_NAMES } from '../../../../text/language'
import { ME_TEXT } from '../../../../text/me'
import { SETTINGS_TEXT } from '../../../../text/settings'
import '../../me/me.scss'
import FontSize from './FontSize'
import Option from './Option'
import './reading.scss'

const text = SETTINGS_TEXT.reading

/** Every open page was drawn by the choice before. */
const openAnew = (): void => void Taro.reLaunch({ url: '/pages/member/settings/reading/index' })

function Languages(): ReactNode {
  const chosen = chosenLanguage()
  return (
    <View className="me__panel">
      {LANGUAGE_CHOICES.map((choice) => (
        <Option
          key={choice}
          words={choice === 'wechat' ? text.followWechat : LANGUAGE_NAMES[choice]}
          chosen={choice === chosen}
          onTap={() => {
            chooseLanguage(choice)
            openAnew()
          }}
        />
      ))}
    </View>
  )
}

export default function ReadingPage(): ReactNode {
  return (
    <Screen>
      <NavBar title={ME_TEXT.reading} />
      <View className="me">
        <View className="me__lead">{text.lead}</View>
        <View className="me__title reading__first">{text.language}</View>
        <Languages />
        <View className="me__title">{text.font}</View>
        <FontSize onTaken={openAnew} />
      </View>
    </Screen>
  )
}
