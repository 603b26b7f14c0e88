-- Runs inside Neovim once the configuration of docs/*/editors.md is loaded: opens the file that $SCRIPT names, and writes
-- as JSON into the file that $ANSWERS names what Neovim then knows.
local answers = {}

local function bytes_of(diagnostic)
  local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end

local function findings()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { message = diagnostic.message, text = bytes_of(diagnostic) })
  end
  return found
end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do
    return answer.result
  end
end

local function at(text)
  vim.fn.search("\\V" .. text)
  return vim.lsp.util.make_position_params(0, "utf-16")
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.SCRIPT))
answers.filetype = vim.bo.filetype
vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end)
answers.findings = findings()
answers.definition = ask("textDocument/definition", at("收尾"))
answers.hover = ask("textDocument/hover", at("开场"))

-- The line with the finding is written anew, as somebody types.
vim.fn.search("\\V不清楚")
vim.api.nvim_set_current_line("客服: 请您稍等，我马上为您核实。")
vim.wait(15000, function()
  for _, finding in ipairs(findings()) do
    if finding.text == "不清楚" then return false end
  end
  return true
end)
answers.mended = findings()

local file = assert(io.open(vim.env.ANSWERS, "w"))
file:write(vim.fn.json_encode(answers))
file:close()
vim.cmd("quitall!")
