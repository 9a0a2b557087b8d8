/** Owns what the app is told about its phone. The numbers agree with what is drawn on the screen. */
import type { Phone } from '../phone'
import { CAPSULE, SAFE_BOTTOM, STATUS_BAR_HEIGHT } from '../screen/screen'
import { USER_DATA_PATH } from './files'
import type { Options } from './settle'
import type { ApiGroup } from './wx'

const SDK_VERSION = '3.8.0'
/** getSystemInfo reports theme only; these make up the rest of its answer. */
type Part = (phone: Phone) => Record<string, unknown>

const device: Part = () => ({
  brand: 'devtools',
  model: 'iPhone 14',
  system: 'iOS 17.5',
  platform: 'devtools',
  abi: '',
  benchmarkLevel: 40,
  cpuType: 'unknown',
  memorySize: '4096',
})

const appBase: Part = ({ settings }) => ({
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  language: settings.language,
  theme: settings.theme,
  fontSizeSetting: settings.fontSizeSetting,
  fontSizeScaleFactor: settings.fontSizeSetting / 16,
  enableDebug: false,
  host: { env: 'WeChat', appId: '' },
})

const windowInfo: Part = ({ screen }) => {
  const { innerWidth: screenWidth, innerHeight: screenHeight } = window
  const screenTop = screenHeight - screen.windowHeight
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: screenWidth,
    windowHeight: screen.windowHeight,
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: STATUS_BAR_HEIGHT,
      bottom: screenHeight - SAFE_BOTTOM,
      width: screenWidth,
      height: screenHeight - SAFE_BOTTOM - STATUS_BAR_HEIGHT,
    },
  }
}

const systemSetting: Part = () => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
})

const authorizeSetting: Part = () => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
})

const everything: Part = (phone) => ({
  ...device(phone),
  ...appBase(phone),
  ...windowInfo(phone),
  ...systemSetting(phone),
})

export function systemApis(phone: Phone): ApiGroup {
  const updates = { onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }
  const log = { debug() {}, info() {}, warn() {}, error() {}, log() {}, setFilterMsg() {}, addFilterMsg() {} }
  const left = window.innerWidth - CAPSULE.right - CAPSULE.width
  return {
    later: {
      getSystemInfo: () => everything(phone),
      getSystemInfoAsync: () => everything(phone),
      getSkylineInfo: () => ({ isSupported: false }),
      openSystemBluetoothSetting: () => {},
      openAppAuthorizeSetting: () => {},
      setEnableDebug: () => {},
    },
    now: {
      getSystemInfoSync: () => everything(phone),
      getWindowInfo: () => windowInfo(phone),
      getDeviceInfo: () => device(phone),
      getAppBaseInfo: () => appBase(phone),
      getSystemSetting: () => systemSetting(phone),
      getAppAuthorizeSetting: () => authorizeSetting(phone),
      getMenuButtonBoundingClientRect: () => ({
        width: CAPSULE.width,
        height: CAPSULE.height,
        top: CAPSULE.top,
        bottom: CAPSULE.top + CAPSULE.height,
        left,
        right: left + CAPSULE.width,
      }),
      getLaunchOptionsSync: () => phone.launch,
      getEnterOptionsSync: () => phone.entrance.options,
      getAccountInfoSync: () => ({
        miniProgram: {
          appId: phone.pkg.config['project.config']?.appid ?? '',
          envVersion: 'develop',
          version: '',
        },
        plugin: {},
      }),
      canIUse: (schema: string) => canIUse(phone, schema),
      nextTick: (run: () => void) => void Promise.resolve().then(run),
      getUpdateManager: () => updates,
      getLogManager: () => log,
      getRealtimeLogManager: () => log,
      getPerformance: () => ({
        now: () => performance.now(),
        getEntries: () => [],
        getEntriesByType: () => [],
        createObserver: () => ({ observe() {}, disconnect() {} }),
      }),
      reportEvent: () => {},
      reportPerformance: () => {},
      reportMonitor: () => {},
      base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer,
      arrayBufferToBase64: (buffer: ArrayBuffer) =>
        btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join('')),
      env: { USER_DATA_PATH } satisfies Options,
    },
  }
}

/** True only for what really works here; a name that refuses when called cannot be used. */
function canIUse(phone: Phone, schema: string): boolean {
  const name = schema.split('.')[0] ?? ''
  const { api } = phone.wx
  return (name in api && !phone.wx.isMissing(name)) || `wx://${name}` in phone.pkg.templates
}
