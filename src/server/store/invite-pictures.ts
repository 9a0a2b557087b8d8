/** Mini-program codes come from WeChat: the picture that leads to the page of one invitation. Nothing of it is kept here. */
import cloud from 'wx-server-sdk'

interface CodeApi {
  readonly wxacode: {
    getUnlimited(input: {
      scene: string
      page: string
      checkPath: boolean
      width: number
    }): Promise<{ buffer?: Buffer }>
  }
}

const PAGE = 'pages/member/invite/landing/index'
const WIDTH = 430

/** The scene of a code may hold 32 characters: `i.` and the code of the invitation. */
export const inviteScene = (code: string): string => `i.${code}`

/** Base64 of a picture; null when WeChat gives none now. */
export async function invitePictureOf(code: string): Promise<string | null> {
  try {
    const { wxacode } = cloud.openapi as unknown as CodeApi
    const asked = { scene: inviteScene(code), page: PAGE, checkPath: false, width: WIDTH }
    const { buffer } = await wxacode.getUnlimited(asked)
    return buffer ? buffer.toString('base64') : null
  } catch (error) {
    console.error(JSON.stringify({ invitePicture: error instanceof Error ? error.message : error }))
    return null
  }
}
