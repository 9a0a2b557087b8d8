/** What went wrong, in Simplified Chinese: what happened and what can be done now. No apology, no blame, no exclamation. */
import type { ErrorCode } from '../../contract/errors'

/** Title and advice. */
const text = (title: string, advice: string): { title: string; advice: string } => ({ title, advice })

const refusals: Record<ErrorCode, { title: string; advice: string }> = {
  'request.malformed': text('这一步没有送成', '内容不符合要求，没有改动任何记录。请检查后重填。'),
  'request.unknown-action': text('这个版本太旧了', '关闭小程序再打开，更新后继续。'),
  'caller.unknown': text('没有认出您的微信', '关闭小程序，从微信里重新打开。'),
  'role.required': text('您还不是这家店的店员', '请经理把您加为店员，加好后回到这里再试。'),
  'member.not-joined': text('您还没有会员卡', '用手机号办一张，之后的消费都会记上。'),
  'member.unknown': text('没有这位会员', '请会员打开会员码，再扫一次。'),
  'member.unclaimed': text('这个账户还没有人认领', '没有显示手机号。请会员先在小程序里办卡。'),
  'member.not-own': text('这位不是您的会员', '会员到店出示会员码，就能看到本店记录。'),
  'phone.not-proved': text('手机号没有验证成', '请再点一次按钮，并同意微信提供手机号。'),
  'phone.taken': text('这个手机号已有会员卡', '请换用办卡时的微信，或到服务台更换绑定。'),
  'phone.too-many-today': text('今天看手机号的次数用完了', '明天可以再看。急用请找同事或经理。'),
  'phone.shown-before': text('这次查看已经结束', '没有再显示手机号。需要时重新选一次原因。'),
  'book.changed': text('这份记录刚有变动', '没有保存。请核对现在的内容，再改一次。'),
  'code.unreadable': text('这不是会员码', '请会员打开「会员码」页，对准二维码再扫一次。'),
  'code.expired': text('会员码不对或已过期', '每分钟换一个码。请会员出示新码，再扫或再输一次。'),
  'code.used': text('这个码已经用过', '一个码只用一次。请会员等新码出现，再扫一次。'),
  'code.too-many-wrong': text('错码太多，先停一分钟', '一分钟后可以继续。请确认对方出示的是会员码。'),
  'card.frozen': text(
    '会员卡已冻结',
    '请会员在「我的 · 会员卡」里解冻，再出示一次。收银台报手机号仍可积分。',
  ),
  'card.closed': text('会员卡已注销', '没有登记。对方可以在小程序里重新办卡。'),
  'card.replaced': text('这个卡号已停用', '请会员打开会员码页，出示新的码。'),
  'card.step-impossible': text('会员卡的状态已经变了', '没有改动任何记录。刷新后再看一次。'),
  'account.changed': text('账户刚有变动', '没有注销。请刷新后核对，再决定。'),
  'account.staff': text('您还在店员名单里', '没有注销。请先让经理把您移出店员名单。'),
  'birthday.no-such-day': text('没有这一天', '没有保存。请核对月份和日子。'),
  'birthday.changed-lately': text('生日一年只能改一次', '没有保存。'),
  'consent.needed': text('这一项是服务必需的', '没有改动。不再需要会员服务时，可以注销会员卡。'),
  'consent.sensitive-off': text(
    '会员没有同意给店员看过敏',
    '没有保存。请会员在「我的 · 资料用在哪里」打开后，再记一次。',
  ),
  'consent.policy-changed': text('说明刚更新过', '没有改动。请刷新后读过新的说明，再选一次。'),
  'said.no-match': text(
    '尾号和生日没有对上',
    '请会员再说一遍。没有登记生日的会员，请在收银台报完整手机号，积分照记。',
  ),
  'said.too-many-today': text(
    '今天的次数用完了',
    '明天可以再用。现在请会员出示会员码，或在收银台报完整手机号。',
  ),
  'visit.invalid': text('这次扫码不能用了', '没有登记。请再扫一次会员码。'),
  'visit.expired': text('这次扫码已超过 30 分钟', '没有登记。请再扫一次会员码。'),
  'visit.own-card': text('这是您自己的会员卡', '自己的消费请同事登记。'),
  'entry.unknown': text('没有找到这笔积分', '请回到积分明细，下拉刷新后再点一次。'),
  'purchase.amount-out-of-range': text('金额不在可登记的范围', '没有登记。请核对小票上的金额。'),
  'purchase.total-changed': text('金额有变动', '没有办理。请刷新后核对，再办一次。'),
  'purchase.unknown': text('没有找到这笔消费', '请回到今天的清单，下拉刷新后再选。'),
  'purchase.other-store': text('这笔消费不在本店', '请会员到消费的那家店办理。'),
  'receipt.unknown': text('没有这张小票', '请核对小票号，字母和横线也要输。只能找收银台送来的小票。'),
  'receipt.other-store': text('这张小票不在本店', '请会员带着小票，到消费的那家店办理。'),
  'refund.line-unknown': text('小票上没有这一行', '没有退款。请返回清单，刷新后再选。'),
  'refund.more-than-left': text('退的比剩下的多', '没有退款。可能刚有同事退过，请刷新后再看数量。'),
  'refund.outdated': text('这笔刚有退款', '没有退款。请刷新，看过已退的金额再办。'),
  'refund.own-card': text('这是您自己的消费', '自己的退款请同事办理。'),
  'refund.undo-too-late': text('这笔不能撤销了', '只能撤销自己当天登记、还没退过的消费。可以改用退款。'),
  'operation.mismatch': text('这一步与上次的内容不同', '没有改动任何记录。请返回后重新开始。'),
  'till.unknown': text('没有这台收银机', '请经理核对收银机编号。'),
  'till.signature-wrong': text('收银机的签名不对', '没有登记。请经理重新配置密钥。'),
  'till.request-too-old': text('收银机送来得太晚', '没有登记。请校准收银机的时间后重送。'),
  'store.unknown': text('没有这家店', '请经理核对店铺编号。'),
  'staff.not-joined': text('对方还没有会员卡', '请对方先在小程序里办卡，再加为店员。'),
  'staff.own-phone': text('这是您自己的手机号', '自己的职务请另一位经理来改。'),
  'installation.claimed': text('首位经理已经设好', '请找现任经理加您。'),
  'installation.code-wrong': text('安装码不对', '请核对部署时给出的一次性安装码。'),
  'server.busy': text('服务正忙，没有办成', '没有改动任何记录。请过几秒再试一次。'),
  'server.fault': text(
    '服务出了故障',
    '请再试一次，重复按不会办两次。一直这样，请把下面的错误码告诉管理员。',
  ),
}

export const ERRORS = {
  refusals,
  silences: {
    offline: text('网络没有连上', '积分和记录都在。请检查网络，再试一次。'),
    slow: text('等了很久没有答复', '网络可能很慢。请换个信号好的位置，再试一次。'),
    cloud: text('服务暂时没有答复', '积分和记录都在。请过一会儿再试一次。'),
  },
  /** Before the advice: the figure that a person needs to go on. */
  figures: {
    total: (amount: string) => `现在是 ${amount}。`,
    largest: (amount: string) => `单笔最多 ${amount}。`,
    from: (day: string) => `${day}起可以再改。`,
    points: (points: string) => `现在有 ${points} 积分。`,
  },
  reference: (code: string) => `错误码 ${code}`,
}
