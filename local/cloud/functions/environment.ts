/**
 * The environment that the unmodified SDK reads. Invariant: what identifies one invocation is written before it starts,
 * and nothing of the invocation before is left.
 */
export interface Identity {
  openid?: string
  unionid?: string
  source: string
}

export const ENV_ID = 'local-env'
export const APP_ID = 'wxlocal0000000001'

/** Any text will do for the credentials; without them the SDK ends the process. */
export function instanceEnvironment(cloudUrl: string, name: string, functionEnv: Record<string, string>) {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: ENV_ID,
    SCF_FUNCTIONNAME: name,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudUrl}/admin` }),
    TZ: 'UTC',
    ...functionEnv,
  }
}

export function invocationEnvironment(identity: Identity, token: string): Record<string, string> {
  const wx: Record<string, string> = {
    WX_API_TOKEN: `local-${token}`,
    WX_CLIENTIP: '127.0.0.1',
    WX_APPID: APP_ID,
  }
  if (identity.openid) wx['WX_OPENID'] = identity.openid
  if (identity.openid && identity.unionid) wx['WX_UNIONID'] = identity.unionid
  return {
    ...wx,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: 'TCB_SESSIONTOKEN,TCB_SOURCE,TCB_ENV',
    TCB_SESSIONTOKEN: token,
    TCB_SOURCE: identity.source,
    TRIGGER_SRC: identity.source === 'wx_trigger' ? 'timer' : '',
  }
}
