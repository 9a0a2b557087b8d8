/** The assistant's function: active staff of a store. */
import { assistantActions, type AssistantOutputs } from '../../src/contract/assistant'
import { bindCard } from '../../src/server/assistant/bind-card'
import { clientBook } from '../../src/server/assistant/client-book'
import { dayList } from '../../src/server/assistant/day-list'
import { findByPhoneTail } from '../../src/server/assistant/find-by-phone-tail'
import { findReceipt } from '../../src/server/assistant/find-receipt'
import { handOver } from '../../src/server/assistant/hand-over'
import { onlyStaff } from '../../src/server/assistant/guard'
import { ownMember } from '../../src/server/assistant/own-member'
import { ownMembers } from '../../src/server/assistant/own-members'
import { placeCode } from '../../src/server/assistant/place-code'
import { preview } from '../../src/server/assistant/preview'
import { purchase } from '../../src/server/assistant/purchase'
import { redeem } from '../../src/server/assistant/redeem'
import { redemptions } from '../../src/server/assistant/redemptions'
import { refund } from '../../src/server/assistant/refund'
import { register } from '../../src/server/assistant/register'
import { resolve } from '../../src/server/assistant/resolve'
import { sendOut } from '../../src/server/assistant/send-out'
import { finishTask, listTasks, reopenTask } from '../../src/server/assistant/tasks'
import { toSend } from '../../src/server/assistant/to-send'
import { undoHandOver } from '../../src/server/assistant/undo-hand-over'
import { showPhone } from '../../src/server/assistant/show-phone'
import { undoRedeem } from '../../src/server/assistant/undo-redeem'
import { writeCard } from '../../src/server/assistant/write-card'
import { writeNote } from '../../src/server/assistant/write-note'
import { serve } from '../../src/server/run/serve'
import type { StaffDocument } from '../../src/server/store/staff'

export const main = serve<typeof assistantActions, AssistantOutputs, StaffDocument>({
  actions: assistantActions,
  guard: onlyStaff,
  useCases: {
    resolve,
    'find-by-phone-tail': findByPhoneTail,
    preview,
    register,
    redeem,
    'undo-redeem': undoRedeem,
    redemptions,
    refund,
    purchase,
    'find-receipt': findReceipt,
    'client-book': clientBook,
    'write-note': writeNote,
    'write-card': writeCard,
    'own-members': ownMembers,
    'own-member': ownMember,
    tasks: listTasks,
    'finish-task': finishTask,
    'reopen-task': reopenTask,
    'show-phone': showPhone,
    'bind-card': bindCard,
    'day-list': dayList,
    'hand-over': handOver,
    'undo-hand-over': undoHandOver,
    'to-send': toSend,
    'send-out': sendOut,
    'place-code': placeCode,
  },
})
