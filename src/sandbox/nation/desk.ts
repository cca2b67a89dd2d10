/**
 * Where provinces reach the nation: what it knows itself, and what it carries
 * from one province to another.
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import { issuerOf } from '../books/token-book.js'
import type { NationDesk, ProvinceDesk } from '../network.js'
import { provinceOf } from '../provinces.js'
import type { Nation } from './nation.js'

/** The desk of `nation`. 500053 wherever it leads to no known province. */
export function nationDesk(nation: Nation): NationDesk {
  return {
    async findCredential({ idNo }) {
      const found = nation.credentials.get(idNo)
      return found ? done(found) : refused(500001)
    },
    decodeCode: ({ province, code }, trail) =>
      at(nation, province, desk => desk.decodeCode({ code }, trail)),
    async doBusiness(business, trail) {
      const { insuOrg } = business
      const asked = await at(nation, provinceOf(insuOrg), desk =>
        desk.doBusiness(business, trail),
      )
      if (asked.ok && asked.value.result === 'changed') {
        const { credential } = asked.value
        nation.credentials.set(credential.idNo, credential)
      }
      return asked
    },
    async announceBusiness(business, trail) {
      const { credential, insuOrg } = business
      const others = new Set(credential.insured.map(provinceOf))
      others.delete(provinceOf(insuOrg))
      for (const province of others)
        await at(nation, province, desk =>
          desk.receiveBusiness(business, trail),
        )
      return done(null)
    },
    checkToken: async (claim, trail) => {
      const issuer = nation.provinces.get(issuerOf(claim.ecToken))
      return issuer ? issuer.checkToken(claim, trail) : done(null)
    },
    settle: (settlement, trail) =>
      at(nation, provinceOf(settlement.owner.insuOrg), desk =>
        desk.settle(settlement, trail),
      ),
  }
}

async function at<Value>(
  nation: Nation,
  province: string,
  ask: (desk: ProvinceDesk) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const desk = nation.provinces.get(province)
  if (desk) return ask(desk)
  const known = [...nation.provinces.keys()].join(', ')
  return refused(500053, 'platforms.province', { province, known })
}
