/** Types only: what each door is asked and what it answers, drawn from the contract. Renaming an action breaks the call site. */
import type * as v from 'valibot'
import type { assistantActions, AssistantOutputs } from '../contract/assistant'
import type { ActionShape } from '../contract/envelope'
import type { memberActions, MemberOutputs } from '../contract/member'

type Exchange<Actions extends Record<string, ActionShape>, Outputs, Kind extends ActionShape['kind']> = {
  [Action in keyof Actions as Actions[Action]['kind'] extends Kind ? Action : never]: {
    readonly input: v.InferInput<Actions[Action]['input']>
    readonly output: Action extends keyof Outputs ? Outputs[Action] : never
  }
}

interface DoorOf<Actions extends Record<string, ActionShape>, Outputs> {
  readonly query: Exchange<Actions, Outputs, 'query'>
  readonly command: Exchange<Actions, Outputs, 'command'>
}

interface Doors {
  readonly member: DoorOf<typeof memberActions, MemberOutputs>
  readonly assistant: DoorOf<typeof assistantActions, AssistantOutputs>
}

export type Door = keyof Doors
export type QueryName<D extends Door> = keyof Doors[D]['query'] & string
export type CommandName<D extends Door> = keyof Doors[D]['command'] & string
export type ActionName<D extends Door> = QueryName<D> | CommandName<D>

type ExchangeAt<D extends Door, A extends ActionName<D>> = A extends keyof Doors[D]['query']
  ? Doors[D]['query'][A]
  : A extends keyof Doors[D]['command']
    ? Doors[D]['command'][A]
    : never

export type InputOf<D extends Door, A extends ActionName<D>> =
  ExchangeAt<D, A> extends { readonly input: infer Input } ? Input : never
export type OutputOf<D extends Door, A extends ActionName<D>> =
  ExchangeAt<D, A> extends { readonly output: infer Output } ? Output : never
