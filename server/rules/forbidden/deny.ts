import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "deny",
  severity: "error",
  title: { zh: "一口否认、推说没有问题", en: "Denying that anything is wrong" },
  why: {
    zh: "客户碰到的事就发生在眼前，我们却说“不可能”。客户只好来证明自己没有撒谎，事情还没开始办就先吵了起来。",
    en: "It has just happened to the customer. Told that it cannot have, they must prove that they are no liar, and the quarrel starts before the help.",
  },
  fix: {
    zh: "先接受客户说的情况，再说怎么查原因。",
    en: "Take the customer's account as it is, then say how you will look for the cause.",
  },
  message: {
    zh: "“{said}”是在否认客户碰到的事。先接受，再说怎么查。",
    en: "“{said}” denies what the customer has been through. Accept it first, then say how you will find out.",
    bad: [{ text: "客服: ⟦我们的系统不可能出错⟧。" }, { text: "agent: ⟦Our system never makes mistakes⟧." }],
  },
  good: [
    "客服: 我理解您的情况,我来查一下原因。",
    "客服: 系统显示这笔款已经到账,请您再核对一下,好吗?",
    "客户: 你们的系统不可能没有出错。",
    "agent: I see what you mean. Let me look into what happened.",
  ],
});
