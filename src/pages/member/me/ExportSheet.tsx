/** Everything that is kept about the member as a file: gathered first, then sent within WeChat or copied as text. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { countText } from '../../../domain/money/yuan-text'
import { ME_TEXT } from '../../../text/me'
import { useExport } from './use-export'

const text = ME_TEXT.exporting

interface ExportSheetProps {
  readonly mallName: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Not every WeChat can send files. @throws when this one cannot. */
async function share(content: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${text.fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, content, 'utf8')
  await Taro.shareFileMessage({ filePath, fileName: text.fileName })
}

export default function ExportSheet({ mallName, open, onClose }: ExportSheetProps): ReactNode {
  const { rows, running, failure, ready, gather } = useExport(mallName)
  const [note, setNote] = useState('')
  const attempt = async (work: () => Promise<unknown>, done: string, failed: string): Promise<void> =>
    setNote(
      await work()
        .then(() => done)
        .catch(() => failed),
    )
  return (
    <Sheet open={open} title={text.title} busy={running} onClose={onClose}>
      <View className="me-sheet">
        <View className="me-sheet__words">{text.lead}</View>
        {/* A place of its own: what changes in it does not send the words above again. */}
        <View>
          {failure && (
            <View className="me-notice me-notice--failure" ariaRole="alert">
              <View className="me-notice__title">{errorText(failure).title}</View>
              <View className="me-notice__advice">{errorText(failure).advice}</View>
              <View className="me-notice__reference num">{errorReference(failure)}</View>
            </View>
          )}
          {ready && (
            <View className="me-sheet__done num" ariaLive="polite">
              {note || text.ready(countText(ready.rows))}
            </View>
          )}
          {ready ? (
            <>
              <Button wide onTap={() => void attempt(() => share(ready.text), '', text.cannotShare)}>
                {text.share}
              </Button>
              <Button
                wide
                kind="secondary"
                onTap={() =>
                  void attempt(
                    () => Taro.setClipboardData({ data: ready.text }),
                    text.copied,
                    text.cannotCopy,
                  )
                }
              >
                {text.copy}
              </Button>
            </>
          ) : (
            <Button wide loading={running} onTap={() => void gather()}>
              {running ? text.gathering(countText(rows)) : text.gather}
            </Button>
          )}
        </View>
      </View>
    </Sheet>
  )
}
