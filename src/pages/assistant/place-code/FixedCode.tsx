/** A mini-program code to be printed. It is kept as a file, so that the page is sent a path and never the picture. */
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Skeleton from '../../../components/Skeleton'
import type { ShownPlace } from '../../../contract/check-in'
import { PLACE_CODE_TEXT as text } from '../../../text/zh-cn/place-code'
import { PlaceHead } from './PlaceHead'

interface FixedCodeProps {
  readonly shown: ShownPlace
  /** Base64. */
  readonly picture: string
}

/** @returns whether it lies there now. */
const write = (filePath: string, data: string): Promise<boolean> =>
  new Promise((resolve) =>
    Taro.getFileSystemManager().writeFile({
      ...{ filePath, data, encoding: 'base64' },
      success: () => resolve(true),
      fail: () => resolve(false),
    }),
  )

export default function FixedCode({ shown, picture }: FixedCodeProps): ReactNode {
  const [path, setPath] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    let wanted = true
    const filePath = `${Taro.env.USER_DATA_PATH}/place-code.${picture.startsWith('iVBOR') ? 'png' : 'jpg'}`
    void write(filePath, picture).then((done) => wanted && done && setPath(filePath))
    return () => void (wanted = false)
  }, [picture])
  const save = async (filePath: string): Promise<void> => {
    const saved = await Taro.saveImageToPhotosAlbum({ filePath }).catch(() => null)
    setSaid(saved ? text.saved : text.notSaved)
  }
  return (
    <View className="place-code fade-in">
      <PlaceHead storeName={shown.storeName} event={shown.event} />
      <View className="place-code__card">
        {path === null ? (
          <Skeleton width={264} height={264} />
        ) : (
          <Image className="place-code__picture" src={path} ariaLabel={text.qrLabel} />
        )}
      </View>
      <View className="place-code__how">{text.fixed}</View>
      <View className="place-code__small">{text.fixedAdvice}</View>
      <View className="place-code__ways">
        <Button disabled={path === null} onTap={() => path !== null && void save(path)}>
          {text.save}
        </Button>
        <View className="place-code__small" ariaLive="polite">
          {said}
        </View>
      </View>
    </View>
  )
}
