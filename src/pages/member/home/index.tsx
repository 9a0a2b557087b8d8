import MallBrand from '../../../components/MallBrand'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
export default function Home() {
  return (<Screen><NavBar brand={<MallBrand name="梧桐里" />} /><Skeleton height={40} /></Screen>)
}
