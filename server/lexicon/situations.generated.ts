// Generated from situations.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { Situation } from "./format.ts";

export const SITUATIONS: readonly Situation[] = [
  {
    "id": "welcoming",
    "act": "greet",
    "name": {
      "zh-CN": "迎客",
      "zh-TW": "迎客",
      "en": "Welcoming"
    },
    "when": {
      "zh-CN": "接起电话，或客人到来",
      "zh-TW": "接起電話，或客人到來",
      "en": "You answer the call, or a guest arrives"
    },
    "say": {
      "zh-CN": [
        "您好，很高兴为您服务，请问有什么可以帮您？",
        "您好，欢迎光临。",
        "早上好，请问您需要办理什么业务？"
      ],
      "zh-TW": [
        "您好，很高興為您服務，請問有什麼可以幫您？",
        "您好，歡迎光臨。",
        "早安，請問您想辦理什麼業務？"
      ],
      "en": [
        "Good morning, how can I help you?",
        "Hello and welcome.",
        "Good afternoon, what can I do for you today?"
      ]
    }
  },
  {
    "id": "thanking",
    "act": "thank",
    "name": {
      "zh-CN": "感谢",
      "zh-TW": "感謝",
      "en": "Thanking"
    },
    "when": {
      "zh-CN": "客户配合或帮了忙",
      "zh-TW": "客戶配合或幫了忙",
      "en": "The customer helped or was patient"
    },
    "say": {
      "zh-CN": [
        "谢谢您的理解与配合。",
        "感谢您告诉我们这些情况。",
        "谢谢您，这些信息很有帮助。"
      ],
      "zh-TW": [
        "謝謝您的理解與配合。",
        "感謝您告訴我們這些情況。",
        "謝謝您，這些資訊很有幫助。"
      ],
      "en": [
        "Thank you for your help.",
        "Thank you for letting us know.",
        "Thank you, that is very helpful."
      ]
    }
  },
  {
    "id": "accepting",
    "act": "commit",
    "name": {
      "zh-CN": "接受吩咐",
      "zh-TW": "接受吩咐",
      "en": "Accepting a request"
    },
    "when": {
      "zh-CN": "客户提出要求，可以照办",
      "zh-TW": "客戶提出要求，可以照辦",
      "en": "The customer asks for something that you can do"
    },
    "say": {
      "zh-CN": [
        "好的，我明白了，现在就为您办理。",
        "好的，我记下来了。",
        "好的，请您放心，我来处理。"
      ],
      "zh-TW": [
        "好的，我明白了，現在就為您辦理。",
        "好的，我記下來了。",
        "好的，請您放心，我來處理。"
      ],
      "en": [
        "Certainly, I'll see to that for you right away.",
        "Of course, I've made a note of it.",
        "Yes, I'll take care of that."
      ]
    }
  },
  {
    "id": "not-yet",
    "act": "ask-consent",
    "name": {
      "zh-CN": "不能立即接待",
      "zh-TW": "不能立即接待",
      "en": "Asking to wait"
    },
    "when": {
      "zh-CN": "不能马上办，要请客户等一下",
      "zh-TW": "不能馬上辦，要請客戶等一下",
      "en": "You cannot see to it at once"
    },
    "say": {
      "zh-CN": [
        "我需要查询一下您的资料，大约两分钟，您方便稍等吗？",
        "很抱歉，前面还有一位客人，请您稍等五分钟，好吗？",
        "对不起，我正在为另一位客户办理，大约三分钟，您方便等一下吗？"
      ],
      "zh-TW": [
        "我需要查詢一下您的資料，大約兩分鐘，您方便稍等嗎？",
        "很抱歉，前面還有一位客人，請您稍等五分鐘，好嗎？",
        "對不起，我正在為另一位客戶辦理，大約三分鐘，您方便等一下嗎？"
      ],
      "en": [
        "I need to look up your details, which takes about two minutes. Would you mind holding?",
        "I'm sorry, there is one guest before you. Would you mind waiting five minutes?",
        "I'm just finishing with another customer, about three minutes. May I ask you to hold?"
      ]
    }
  },
  {
    "id": "waited",
    "act": "thank-for-waiting",
    "name": {
      "zh-CN": "等候者",
      "zh-TW": "等候者",
      "en": "After a wait"
    },
    "when": {
      "zh-CN": "客户等过之后",
      "zh-TW": "客戶等過之後",
      "en": "The customer has waited"
    },
    "say": {
      "zh-CN": [
        "感谢您的等候。",
        "让您久等了，谢谢您的耐心。"
      ],
      "zh-TW": [
        "感謝您的等候。",
        "讓您久等了，謝謝您的耐心。"
      ],
      "en": [
        "Thank you for waiting.",
        "Thank you for holding, I appreciate your patience."
      ]
    }
  },
  {
    "id": "disturbing",
    "act": "ask-consent",
    "name": {
      "zh-CN": "打扰",
      "zh-TW": "打擾",
      "en": "Disturbing somebody"
    },
    "when": {
      "zh-CN": "打电话给客户，或要麻烦客户",
      "zh-TW": "打電話給客戶，或要麻煩客戶",
      "en": "You call the customer, or need something of them"
    },
    "say": {
      "zh-CN": [
        "对不起，打扰您了，您现在方便吗？",
        "不好意思，打扰您一下，可以吗？"
      ],
      "zh-TW": [
        "對不起，打擾您了，您現在方便嗎？",
        "不好意思，打擾您一下，可以嗎？"
      ],
      "en": [
        "I'm sorry to disturb you. Is this a good time to talk?",
        "Excuse me, may I take a moment of your time?"
      ]
    }
  },
  {
    "id": "apologising",
    "act": "apologise",
    "name": {
      "zh-CN": "致歉",
      "zh-TW": "致歉",
      "en": "Apologising"
    },
    "when": {
      "zh-CN": "客户不满，或我们有错",
      "zh-TW": "客戶不滿，或我們有錯",
      "en": "The customer is upset, or we were at fault"
    },
    "say": {
      "zh-CN": [
        "非常抱歉，给您添麻烦了。",
        "很抱歉让您有这样的体验，谢谢您告诉我们。",
        "这是我们工作上的失误，我向您诚恳道歉。"
      ],
      "zh-TW": [
        "非常抱歉，給您添麻煩了。",
        "很抱歉讓您有這樣的體驗，謝謝您告訴我們。",
        "這是我們工作上的疏失，我向您誠懇道歉。"
      ],
      "en": [
        "I'm very sorry for the trouble this has caused you.",
        "I'm sorry you had this experience, and thank you for telling us.",
        "That was our mistake, and I sincerely apologise."
      ]
    }
  },
  {
    "id": "answering-thanks",
    "act": "reply-to-thanks",
    "name": {
      "zh-CN": "答谢",
      "zh-TW": "答謝",
      "en": "Answering thanks"
    },
    "when": {
      "zh-CN": "客户道谢",
      "zh-TW": "客戶道謝",
      "en": "The customer says thank you"
    },
    "say": {
      "zh-CN": [
        "不客气，很高兴为您服务。",
        "您太客气了，这是我应该做的。"
      ],
      "zh-TW": [
        "不客氣，很高興為您服務。",
        "您太客氣了，這是我應該做的。"
      ],
      "en": [
        "You're very welcome.",
        "It was a pleasure to help."
      ]
    }
  },
  {
    "id": "answering-apology",
    "act": "reply-to-apology",
    "name": {
      "zh-CN": "答歉",
      "zh-TW": "答歉",
      "en": "Answering an apology"
    },
    "when": {
      "zh-CN": "客户道歉",
      "zh-TW": "客戶道歉",
      "en": "The customer apologises"
    },
    "say": {
      "zh-CN": [
        "没关系。",
        "没关系，您不用放在心上。"
      ],
      "zh-TW": [
        "沒關係。",
        "沒關係，您不用放在心上。"
      ],
      "en": [
        "That's quite all right.",
        "Please don't worry about it."
      ]
    }
  },
  {
    "id": "not-heard",
    "act": "ask-to-repeat",
    "name": {
      "zh-CN": "没听清",
      "zh-TW": "沒聽清",
      "en": "Not having heard"
    },
    "when": {
      "zh-CN": "没有听清客户的话",
      "zh-TW": "沒有聽清客戶的話",
      "en": "You did not catch what was said"
    },
    "say": {
      "zh-CN": [
        "很对不起，我没听清，请您再说一遍，好吗？",
        "抱歉，刚才信号不好，麻烦您重复一下，好吗？"
      ],
      "zh-TW": [
        "很對不起，我沒聽清楚，請您再說一遍，好嗎？",
        "抱歉，剛才訊號不好，麻煩您重複一次，好嗎？"
      ],
      "en": [
        "I'm sorry, I didn't catch that. Could you say it again, please?",
        "I'm sorry, the line is poor. Would you mind repeating that?"
      ]
    }
  },
  {
    "id": "seeing-off",
    "act": "farewell",
    "name": {
      "zh-CN": "送客",
      "zh-TW": "送客",
      "en": "Saying goodbye"
    },
    "when": {
      "zh-CN": "通话结束，或客人离开",
      "zh-TW": "通話結束，或客人離開",
      "en": "The call ends, or the guest leaves"
    },
    "say": {
      "zh-CN": [
        "感谢您的来电，祝您生活愉快，再见。",
        "您慢走，欢迎再次光临。"
      ],
      "zh-TW": [
        "感謝您的來電，祝您生活愉快，再見。",
        "您慢走，歡迎再次光臨。"
      ],
      "en": [
        "Thank you for calling. Goodbye, and have a good day.",
        "Goodbye, and we hope to see you again."
      ]
    }
  },
  {
    "id": "interrupting",
    "act": "interrupt-politely",
    "name": {
      "zh-CN": "打断",
      "zh-TW": "打斷",
      "en": "Interrupting"
    },
    "when": {
      "zh-CN": "客户还在说，需要插一句",
      "zh-TW": "客戶還在說，需要插一句",
      "en": "The customer is still speaking"
    },
    "say": {
      "zh-CN": [
        "对不起，我能占用一下您的时间吗？",
        "不好意思，打断您一下，我想先确认一个地方，可以吗？"
      ],
      "zh-TW": [
        "對不起，我能佔用一下您的時間嗎？",
        "不好意思，打斷您一下，我想先確認一個地方，可以嗎？"
      ],
      "en": [
        "I'm sorry to interrupt. May I ask you something?",
        "Excuse me for interrupting, may I check one point first?"
      ]
    }
  }
];
