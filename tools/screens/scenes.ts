/** Every page and state that is photographed, in an order that works: first those that leave the mall as it is. */
import { BIND_SCENES } from './bind-scenes'
import { BIRTHDAY_SCENES } from './birthday-scenes'
import { CHECK_IN_SCENES } from './check-in-scenes'
import { CLIENT_BOOK_SCENES } from './client-book-scenes'
import { COUNTER_SCENES } from './counter-scenes'
import { COUPON_SCENES } from './coupon-scenes'
import { EXCHANGE_SCENES } from './exchange-scenes'
import { INVITE_SCENES } from './invite-scenes'
import { MALL_SCENES } from './mall-scenes'
import { ME_SCENES } from './me-scenes'
import { MEMBER_SCENES } from './member-scenes'
import { NOTICE_SCENES } from './notice-scenes'
import { OCCASION_SCENES } from './occasion-scenes'
import { OWN_MEMBER_SCENES } from './own-member-scenes'
import { PIECES_SCENES } from './pieces-scenes'
import { POINTS_SCENES } from './points-scenes'
import { READING_SCENES } from './reading-scenes'
import type { Scene } from './studio'
import { TASK_SCENES } from './task-scenes'
import { WALLET_SCENES } from './wallet-scenes'

export const SCENES: readonly Scene[] = [
  ...MEMBER_SCENES,
  ...POINTS_SCENES,
  ...WALLET_SCENES,
  ...MALL_SCENES,
  ...COUNTER_SCENES,
  ...PIECES_SCENES,
  ...BIND_SCENES,
  ...CLIENT_BOOK_SCENES,
  ...OWN_MEMBER_SCENES,
  ...ME_SCENES,
  ...READING_SCENES,
  ...COUPON_SCENES,
  ...EXCHANGE_SCENES,
  ...CHECK_IN_SCENES,
  ...NOTICE_SCENES,
  ...TASK_SCENES,
  ...INVITE_SCENES,
  ...OCCASION_SCENES,
  ...BIRTHDAY_SCENES,
]
