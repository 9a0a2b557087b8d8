import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
export default function Page() {
  return (<Screen><NavBar title="会员码" /></Screen>)
}
