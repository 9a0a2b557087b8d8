/** Words of the code that a store shows to be scanned by who checks in. */
export const PLACE_CODE_TEXT = {
  open: '签到码',
  title: '签到码',
  qrLabel: '签到二维码',
  lead: '到店签到，得积分',
  turning: '在会员页点「今天」，再点扫一扫',
  renews: (seconds: number) => `${seconds} 秒后换新码`,
  renewing: '正在换新码',
  old: (seconds: number) => `网络没有连上，这个码还能用 ${seconds} 秒`,
  fixed: '用微信扫一扫',
  fixedAdvice: '存下来打印，贴在店里。这个码不换，拍照也能用；要防拍照，请经理改成每分钟换。',
  save: '存到相册',
  saved: '已存到相册',
  notSaved: '没有存成，可以截图这一页',
  offTitle: '本店没有开签到',
  offAdvice: '请经理为本店打开签到码，打开后回到这里。',
}
