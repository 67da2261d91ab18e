-- Common start of the scripts that change claims: refuses a store that lost its memory, wholly (no epoch) or in part (a fence behind one it gave out).
-- Gives the fence, or nothing and the reason.
local function ready(keys, args)
  local epoch = redis.call('GET', keys[1])
  if not epoch then
    return nil, 'STORE_NOT_READY the store has lost its epoch, and with it its claims'
  elseif epoch ~= args[1] then
    return nil, 'STORE_NOT_READY the store was rebuilt since this process opened it'
  end
  local fence = tonumber(redis.call('GET', keys[2]) or '0')
  if fence < tonumber(args[2]) then
    return nil, 'STORE_NOT_READY the store came back with an older state: its fence is ' .. fence .. ', but ' .. args[2] .. ' was given out'
  end
  return fence
end
