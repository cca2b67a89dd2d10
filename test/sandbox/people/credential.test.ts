import t from 'tap'
import {
  credentialNumber,
  firstCredential,
} from '../../../src/sandbox/people/credential.js'
import { everybody, findPerson } from '../../../src/sandbox/people/people.js'

const wang = { userName: '王秀英', idType: '01', idNo: '11010519491231002X' }

t.test('a number is 64 characters, and always the same', async t => {
  // printf '01|11010519491231002X|王秀英' | openssl enc -sm4-ecb \
  //   -K $(printf 'nationec sandbox' | xxd -p) | openssl dgst -sm3
  t.equal(
    credentialNumber(wang),
    '34A29D9DF9746122386F21FBACE673ACC16C438B2056AA6F075C68434F7294B4',
  )
})

t.test('each of what goes in changes it', async t => {
  const numbers = [
    wang,
    { ...wang, idType: '08' },
    { ...wang, idNo: '990101199801010017' },
    { ...wang, userName: '王秀' },
  ].map(credentialNumber)
  t.equal(new Set(numbers).size, numbers.length)
})

t.test('on the first day everybody but a newcomer is active', async t => {
  for (const person of everybody) {
    const { active, authorisations } = firstCredential(person)
    t.equal(active, person.id !== 'li')
    t.strictSame(Object.keys(authorisations), active ? ['wallet'] : [])
  }
  const zhao = findPerson('zhao')
  t.strictSame(zhao && firstCredential(zhao).insured, [])
})
