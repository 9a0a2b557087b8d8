/** Owns WeChat's sheet for a picture of oneself: a few drawn ones, or a file of the computer. */
import { keepPicture } from '../wx/files'
import { choosePicture } from './choose-file'
import type { Dialogs } from './dialogs'

const COLOURS = ['#1f463c', '#87530f', '#2d4e5b', '#5f3f4e']
const SIZE = 132

/** A landscape in two colours: neither a face nor a letter, so nobody in particular. */
function drawn(colour: string, place: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#f2e8d0'
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(SIZE * (0.3 + place * 0.13), SIZE * 0.36, SIZE * 0.16, 0, 7)
  pen.fill()
  pen.beginPath()
  pen.ellipse(SIZE * 0.5, SIZE * 1.05, SIZE * 0.7, SIZE * 0.4, 0, 0, 7)
  pen.fill()
  return canvas.toDataURL('image/png')
}

/** Under a test nobody is there, and the first drawn picture is taken. @returns a temporary path; null when given up. */
export async function chooseAvatar(dialogs: Dialogs, isAutomated: boolean): Promise<string | null> {
  const pictures = COLOURS.map(drawn)
  const chosen = isAutomated ? 0 : await dialogs.pictures('选择头像', pictures, '从电脑里选')
  if (chosen === null) return null
  const picture = pictures[chosen] ?? (await choosePicture())
  return picture && keepPicture(picture)
}
