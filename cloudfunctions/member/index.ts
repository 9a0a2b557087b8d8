/** The member's function: any person who opened the mini program. */
import { memberActions, type MemberOutputs } from '../../src/contract/member'
import { acceptGift } from '../../src/server/member/accept-gift'
import { acceptInvitation } from '../../src/server/member/accept-invitation'
import { avatar } from '../../src/server/member/avatar'
import { birthday } from '../../src/server/member/birthday'
import { cancelExchange } from '../../src/server/member/cancel-exchange'
import { changeCard } from '../../src/server/member/change-card'
import { checkIn, signIn } from '../../src/server/member/check-in'
import { chooseBirthdayGift } from '../../src/server/member/choose-birthday-gift'
import { claim } from '../../src/server/member/claim'
import { clientCard, removeCardLine } from '../../src/server/member/client-card'
import { closeAccount } from '../../src/server/member/close-account'
import { code } from '../../src/server/member/code'
import { codeStatus } from '../../src/server/member/code-status'
import { couponCode } from '../../src/server/member/coupon-code'
import { entry } from '../../src/server/member/entry'
import { exchange } from '../../src/server/member/exchange'
import { exchangeCode } from '../../src/server/member/exchange-code'
import { exchanges } from '../../src/server/member/exchanges'
import { friends } from '../../src/server/member/friends'
import { gift } from '../../src/server/member/gift'
import { giveCoupon, takeBackGift } from '../../src/server/member/give-coupon'
import { growth } from '../../src/server/member/growth'
import { exportData } from '../../src/server/member/export'
import { home } from '../../src/server/member/home'
import { invitation } from '../../src/server/member/invitation'
import { invite } from '../../src/server/member/invite'
import { invitePicture } from '../../src/server/member/invite-picture'
import { join } from '../../src/server/member/join'
import { lookers } from '../../src/server/member/lookers'
import { mall } from '../../src/server/member/mall'
import { me } from '../../src/server/member/me'
import { notices } from '../../src/server/member/notices'
import { allowMessages, readNotices, stopMessages } from '../../src/server/member/own-messages'
import { offers } from '../../src/server/member/offers'
import { payExchange } from '../../src/server/member/pay-exchange'
import { points } from '../../src/server/member/points'
import { reward } from '../../src/server/member/reward'
import { saveAvatar } from '../../src/server/member/save-avatar'
import { saveProfile } from '../../src/server/member/save-profile'
import { setConsent } from '../../src/server/member/set-consent'
import { signInCalendar } from '../../src/server/member/sign-in-calendar'
import { showOnBoard, startInviting } from '../../src/server/member/start-inviting'
import { wallet } from '../../src/server/member/wallet'
import { serve } from '../../src/server/run/serve'

export const main = serve<typeof memberActions, MemberOutputs, null>({
  actions: memberActions,
  guard: async () => ({ who: null }),
  useCases: {
    join,
    home,
    code,
    'code-status': codeStatus,
    points,
    entry,
    growth,
    me,
    birthday,
    'choose-birthday-gift': chooseBirthdayGift,
    'save-profile': saveProfile,
    'save-avatar': saveAvatar,
    avatar,
    'set-consent': setConsent,
    'change-card': changeCard,
    'close-account': closeAccount,
    'client-card': clientCard,
    'remove-card-line': removeCardLine,
    lookers,
    notices,
    'read-notices': readNotices,
    'allow-messages': allowMessages,
    'stop-messages': stopMessages,
    export: exportData,
    wallet,
    offers,
    claim,
    mall,
    reward,
    exchange,
    'pay-exchange': payExchange,
    'cancel-exchange': cancelExchange,
    exchanges,
    'exchange-code': exchangeCode,
    'coupon-code': couponCode,
    'give-coupon': giveCoupon,
    'take-back-gift': takeBackGift,
    gift,
    'accept-gift': acceptGift,
    'sign-in': signIn,
    'check-in': checkIn,
    'sign-in-calendar': signInCalendar,
    invite,
    'start-inviting': startInviting,
    'invite-picture': invitePicture,
    friends,
    invitation,
    'accept-invitation': acceptInvitation,
    'show-on-board': showOnBoard,
  },
})
