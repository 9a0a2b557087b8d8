/** Codes that WeChat's own scanner opens in this mini program, at a page and with a scene. */
import cloud from 'wx-server-sdk'

interface CodeApi {
  readonly wxacode: { getUnlimited(input: object): Promise<{ readonly buffer: Buffer }> }
}

const WIDTH_PX = 430

/** Base64 of the picture. @param scene 32 letters at most. @throws when the platform does not draw it. */
export async function sceneCode(page: string, scene: string): Promise<string> {
  const { wxacode } = cloud.openapi as unknown as CodeApi
  const { buffer } = await wxacode.getUnlimited({ page, scene, width: WIDTH_PX })
  return buffer.toString('base64')
}
