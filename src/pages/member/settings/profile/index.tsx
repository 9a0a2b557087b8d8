/** What a member tells about the own person. Nothing here is asked for twice, and nothing of it proves who somebody is. */
import type { ReactNode } from 'react'
import { useQuery } from '../../../../client/use-query'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MePage from '../../me/MePage'
import '../../me/me.scss'
import './profile.scss'
import ProfileForm from './ProfileForm'

export default function ProfilePage(): ReactNode {
  const query = useQuery('member', 'me', {})
  return (
    <MePage title={SETTINGS_TEXT.form.title} query={query} skeleton={[150, 172, 148, 190]}>
      {(me) => <ProfileForm me={me} />}
    </MePage>
  )
}
