import { act, anyOf, customerTurn, end, never } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * A refusal that stands alone in its turn. What stands beside one is mostly its reason, in whatever words, so it is
 * taken for one. Flat refusals have a finding of their own.
 */
export default required({
  id: "missing/reason-for-refusal",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("bare-refusal"),
    response: act("explain", "explain-policy", "give-reason", "flat-refusal"),
    before: anyOf(customerTurn, end),
  },
  severity: "warning",
  title: { zh: "拒绝没有说明原因", en: "A refusal without a reason" },
  why: {
    zh: "光说“不能”，客户听到的是“不愿意”。说出原因，客户可以不高兴，却不会觉得被敷衍。",
    en: "A bare no sounds like unwillingness. With a reason the customer may be disappointed, and will not feel brushed off.",
  },
  fix: { zh: "先说原因，再说不能，然后给别的办法。", en: "Give the reason first, then the no, then another way." },
  message: {
    zh: "拒绝了客户，没有说为什么{path}。",
    en: "The customer is refused and not told why{path}.",
    bad: [
      { text: "## 售后\n客户: 我想退货。\n⟦客服: 很抱歉，不能为您退货。⟧\n客户: 为什么？" },
      {
        text: "## 售后\n? 拆封了吗\n- 拆了\n  客服: 根据退换货规定，拆封以后不能退货。\n- 没拆\n  ⟦客服: 抱歉，不能退货。⟧\n客户: 好吧。",
      },
      {
        text: "## returns\ncustomer: I'd like to return it.\n⟦agent: I'm sorry, we can't take this back.⟧\ncustomer: Why not?",
      },
    ],
  },
  begins: { zh: "在这里拒绝", en: "the refusal is here" },
  say: { act: "explain-policy" },
  good: [
    "## 售后\n客户: 我想退货。\n客服: 很抱歉，这一单签收已经超过三十天，不能退货了。\n客户: 好吧。",
    "## 售后\n客户: 我想退货。\n=> 规定\n客服: 很抱歉，不能为您退货。\n-> 结束\n## 规定\n客服: 根据退换货规定，签收七天内可以退。\n",
    "## returns\ncustomer: I'd like to return it.\nagent: I'm sorry, we can't take it back because it has been opened.\ncustomer: I see.",
    "## returns\ncustomer: I'd like to return it.\nagent: Our policy is 30 days. I'm sorry, we can't take this back.\ncustomer: I see.",
  ],
});
