/** Still lifes for empty and failed pages, flat, lit from the upper left. The disc behind them is drawn in WXSS. */
import { svg } from './svg'

const SHADOW = 'rgba(58,44,20,.14)'
const WIDTH = 200
const HEIGHT = 150

/** An empty card sleeve with the outline of the card that is not in it. */
const sleeve = svg(
  WIDTH,
  HEIGHT,
  `<ellipse cx="100" cy="131" rx="58" ry="4" fill="${SHADOW}"/>
<rect x="56" y="24" width="88" height="56" rx="8" transform="rotate(-5 100 50)" fill="#F5F2EB" fill-opacity=".6" stroke="#B5AB97" stroke-width="1.5" stroke-dasharray="4 4"/>
<path d="M42 68a8 8 0 0 1 8-8h28c9 0 11 13 22 13s13-13 22-13h28a8 8 0 0 1 8 8v52a8 8 0 0 1-8 8H50a8 8 0 0 1-8-8z" fill="#fff"/>
<path d="M42 114h116v6a8 8 0 0 1-8 8H50a8 8 0 0 1-8-8z" fill="#F4F0E8"/>
<path d="M42 68a8 8 0 0 1 8-8h28c9 0 11 13 22 13s13-13 22-13h28a8 8 0 0 1 8 8" stroke="#D9D1C2" stroke-width="1.2"/>
<path d="M58 96h36M58 106h22" stroke="#DED7C9" stroke-width="2.4" stroke-linecap="round"/>`,
)

/** A lamp that has gone out over a shelf. */
const lamp = svg(
  WIDTH,
  HEIGHT,
  `<path d="M100 6v30" stroke="#8C7A68" stroke-width="2"/>
<path d="M70 74c2-22 14-36 30-36s28 14 30 36z" fill="#D9D0BE"/><path d="M106 38.5c14 3 22.5 16 24 35.5h-17c0-14-2-27-7-35.5z" fill="#C8BDA8"/>
<ellipse cx="100" cy="74" rx="30" ry="4" fill="#EFE9DC"/><circle cx="100" cy="77" r="6" fill="#F7F3EA"/>
<path d="M60 128h80" stroke="#B9AE9A" stroke-width="6" stroke-linecap="round"/>
<path d="M84 118h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5z" fill="#FBF9F4"/><path d="M106 125v-10h10v10z" fill="#9DB3A0"/>
<path d="M111 115c-1-6-3-9-6-11M111 115c0-6 2-10 5-12" stroke="#9DB3A0" stroke-width="1.4" stroke-linecap="round"/>
<path d="M146 52l8-4M148 66h9M50 48l-8-4M52 66h-9" stroke="#BDB4A2" stroke-width="1.6" stroke-linecap="round" stroke-dasharray="3 4"/>`,
)

/** The notch of the sleeve, used as a mask. */
const notch = svg(
  104,
  24,
  '<path d="M0 0h5C19 0 23 15 34 18.5c6 1.8 12 2 18 2s12-.2 18-2C81 15 85 0 99 0h5v24H0z" fill="#000"/>',
  'none',
)

export const illustrations: Readonly<Record<string, string>> = { sleeve, lamp, notch }
