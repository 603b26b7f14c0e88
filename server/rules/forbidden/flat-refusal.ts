import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "flat-refusal",
  severity: "error",
  title: { zh: "生硬拒绝，没有出路", en: "A flat refusal that leaves no way on" },
  why: {
    zh: "一句“不行”就把通话说死了。客户能接受办不到，不能接受没有人替他想办法。",
    en: "A bare “no” ends the conversation. Customers can accept that something cannot be done, not that nobody tries.",
  },
  fix: {
    zh: "先说能做到什么，再用缓和的话说明原因，并给一个别的办法。",
    en: "Say what you can do, give the reason softly, and offer another way.",
  },
  message: {
    zh: "“{said}”是生硬的拒绝。说说现在能做到什么，或给客户一个选择。",
    en: "“{said}” is a flat refusal. Say what can be done, or give the customer a choice.",
    bad: [{ text: "客服: ⟦不行⟧,⟦公司规定⟧。" }, { text: "agent: ⟦That's impossible⟧." }],
  },
  good: [
    "客服: 很抱歉,这款商品不参加活动,您可以看看同系列的另一款,今天有优惠。",
    "客户: 不行,我现在就要。",
    "agent: I'm afraid the refund needs your receipt, but I can offer you an exchange today.",
  ],
});
