import type { Fix } from "./rule.ts";

/**
 * The remedy to apply where nobody looks at each: the first one that brings no thing into the script of which it does not
 * speak yet. A suggestion may fit another trade, and whoever mends fifty scripts at once would promise parcels to
 * patients. Undefined where every remedy does so.
 * @param text of the script
 * @param fixes the likeliest first
 */
export function likeliestFix(text: string, fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ edits }) => edits.every((edit) => !namesNewThing(edit.text, text)));
}

function namesNewThing(words: string, text: string): boolean {
  return THINGS.some((thing) => thing.test(words) && !thing.test(text));
}

/** What suggestions speak of that one organisation has and another has not. */
const THINGS: readonly RegExp[] = [
  /快递|包裹|物流|运单|\b(?:parcel|carrier|courier)s?\b/i,
  /订单|下单|\borders?\b/i,
  /退货|换货|换一件|这批货|到货|\b(?:returns?|exchange|items?)\b/i,
  /折价|\bvouchers?\b|half price/i,
  /退款|款项|到账|\brefunds?\b/i,
  /发货|发出|仓库|\bwarehouse\b|\bpacked\b/i,
  /包装|拆封|签收/,
  /维修|修理|\b(?:repairs?|workshop)\b/i,
  /保修|\bwarranty\b/i,
  /安装|\bdelivery\b/i,
  /工程师|\btechnicians?\b/i,
  /价格|价位|费用|缴费|\b(?:price|charges?)\b/i,
  /商品|款式|(?:这|同|几|三)款|\b(?:product|model)s?\b/i,
  /质检|说明书|\bmanual\b/i,
  /净水器|手机|\b(?:router|washing machine)\b/i,
  /身份证|\b(?:passport|contract)\b/i,
  /密码|验证码|\b(?:pin|password)\b/i,
  /窗口|二楼|电梯/,
  /账户|账单|\b(?:billing|account)\b/i,
  /\bcommittee\b|\bslots?\b|\bform\b|\bpostcode\b|\brecording\b|\bphoto\b|照片/i,
];
