/** The poster as it is saved, and the two ways to a friend. */
import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import Skeleton from '../../../../components/Skeleton'
import type { InviteView } from '../../../../contract/referral-views'
import { countText } from '../../../../domain/money/yuan-text'
import { INVITE_TEXT as text } from '../../../../text/invite'
import { CANVAS_ID, friendGetsWords, usePoster } from '../use-poster'

type Saving = 'idle' | 'running' | 'saved' | 'failed'

export default function PosterCard({ invite }: { readonly invite: InviteView }): ReactNode {
  const poster = usePoster(invite)
  const [saving, setSaving] = useState<Saving>('idle')
  const label = text.poster.label(
    invite.mallName,
    friendGetsWords(invite.terms),
    countText(invite.terms.points),
  )
  const save = (): void => {
    if (poster.state !== 'drawn') return
    setSaving('running')
    Taro.saveImageToPhotosAlbum({ filePath: poster.path }).then(
      () => setSaving('saved'),
      () => setSaving('failed'),
    )
  }
  return (
    <>
      <Canvas type="2d" id={CANVAS_ID} className="invite__canvas" />
      <View className="invite__poster">
        {poster.state === 'drawn' ? (
          <Image className="invite__picture" src={poster.path} ariaLabel={label} ariaRole="img" />
        ) : poster.state === 'failed' ? (
          <View className="invite__not-drawn">{text.notDrawn}</View>
        ) : (
          <Skeleton height={372} radius={20} />
        )}
      </View>
      <View className="invite__ways">
        <View className="invite__way">
          <Button
            wide
            kind="secondary"
            icon={saving === 'saved' ? 'check' : 'image-down'}
            loading={saving === 'running'}
            disabled={poster.state !== 'drawn'}
            onTap={save}
          >
            {saving === 'saved' ? text.saved : text.save}
          </Button>
        </View>
        <View className="invite__way">
          <Button wide icon="message-circle" openType="share" disabled={invite.code === null}>
            {text.send}
          </Button>
        </View>
      </View>
      <View ariaLive="polite">
        {saving === 'failed' && <View className="invite__failed">{text.notSaved}</View>}
      </View>
    </>
  )
}
