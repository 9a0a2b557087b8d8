/** Small packages in a folder of their own, as bad as a test wants them. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder with these files, by path; put away when the computer wants to. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phone-guard-'))
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  return folder
}

/** A page in the main package, one in each of two subpackages, a component; with these files added or in place. */
export const givenPackage = (files: Readonly<Record<string, string>>): string =>
  folderWith({
    'app.json': JSON.stringify({
      pages: ['pages/home/index'],
      subPackages: [
        { root: 'pages/shop', pages: ['index'] },
        { root: '/pages/staff/', pages: ['index'], independent: true },
      ],
    }),
    'app.js': 'App({})',
    'common.js': '',
    'pages/home/index.json': JSON.stringify({ usingComponents: { part: '/parts/part' } }),
    'pages/home/index.wxml': '<view />',
    'pages/home/index.js': 'require("../../common.js")',
    'pages/shop/index.js': 'require("../../common")',
    'pages/shop/shared.js': '',
    'pages/staff/index.js': '',
    'parts/part.json': '{"component":true}',
    'parts/part.js': '',
    ...files,
  })
