// Generated from zh/terms.yaml and en/terms.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { Term } from "./format.ts";

export const TERMS: Readonly<Record<"zh" | "en", readonly Term[]>> = {
  "zh": [
    {
      "term": "PDP上下文",
      "say": "手机上网功能"
    },
    {
      "term": "APN",
      "say": "手机上网设置"
    },
    {
      "term": "基站切换",
      "say": "信号在不同位置之间的转换"
    },
    {
      "term": "归属位置寄存器",
      "say": "我们的号码系统"
    },
    {
      "term": "PON口",
      "say": "宽带接口"
    },
    {
      "term": "TCP/IP",
      "say": "网络设置"
    },
    {
      "term": "丢包率",
      "say": "网络不稳定的程度"
    },
    {
      "term": "IMSI",
      "say": "号卡信息"
    },
    {
      "term": "HLR",
      "say": "我们的号码系统"
    },
    {
      "term": "OTDR",
      "say": "光缆检测"
    },
    {
      "term": "光衰",
      "say": "光信号的强弱"
    },
    {
      "term": "ONU",
      "say": "光猫"
    },
    {
      "term": "附着失败",
      "say": "没有连上网络"
    },
    {
      "term": "SLA",
      "say": "处理时限"
    },
    {
      "term": "转二线",
      "say": "请专席同事来处理"
    },
    {
      "term": "二线坐席",
      "say": "专席同事"
    },
    {
      "term": "工单流转",
      "say": "转给同事处理"
    },
    {
      "term": "派单池",
      "say": "待安排的名单"
    },
    {
      "term": "内部代码",
      "say": "原因"
    },
    {
      "term": "CRM系统",
      "say": "系统"
    },
    {
      "term": "BOSS系统",
      "say": "系统"
    },
    {
      "term": "首呼解决率",
      "say": "一次就解决的比例"
    },
    {
      "term": "SKU",
      "say": "款式"
    },
    {
      "term": "逆向物流",
      "say": "退货"
    },
    {
      "term": "拣货波次",
      "say": "配货的批次"
    },
    {
      "term": "WMS",
      "say": "仓库系统"
    },
    {
      "term": "OMS",
      "say": "订单系统"
    },
    {
      "term": "冲正处理",
      "say": "把这笔款退回您的账户"
    },
    {
      "term": "清结算",
      "say": "到账处理"
    }
  ],
  "en": [
    {
      "term": "PDP context",
      "say": "mobile data"
    },
    {
      "term": "APN",
      "say": "mobile data setting"
    },
    {
      "term": "TCP/IP",
      "say": "network settings"
    },
    {
      "term": "packet loss",
      "say": "an unstable connection"
    },
    {
      "term": "backhaul",
      "say": "our network"
    },
    {
      "term": "provisioning",
      "say": "setting up"
    },
    {
      "term": "SLA",
      "say": "the time we have promised"
    },
    {
      "term": "backend team",
      "say": "technical team"
    },
    {
      "term": "tier 2",
      "say": "our specialists"
    },
    {
      "term": "tier two",
      "say": "our specialists"
    },
    {
      "term": "level 2 support",
      "say": "our specialists"
    },
    {
      "term": "ticket escalation",
      "say": "passing this to our specialists"
    },
    {
      "term": "disposition code",
      "say": "the reason for your call"
    },
    {
      "term": "CRM",
      "say": "our system"
    },
    {
      "term": "AHT",
      "say": "the time that a call takes"
    },
    {
      "term": "UAT",
      "say": "our checks"
    },
    {
      "term": "SKU",
      "say": "item"
    },
    {
      "term": "RMA",
      "say": "return"
    },
    {
      "term": "reverse logistics",
      "say": "returns"
    }
  ]
};
