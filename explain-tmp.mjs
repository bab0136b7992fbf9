import { sql, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { claimStatement } from '/work/main/src/features/conversations/turns.system.ts';
import { settleStatement } from '/work/main/src/features/conversations/settle.ts';
const pool=new pg.Pool({connectionString:'postgres://postgres@127.0.0.1:54330/fd',max:1});
const db=new Kysely({dialect:new PostgresDialect({pool})});
const which=process.argv[2];
const {rows:convs}=await pool.query('select * from conversations limit 8');
const now=new Date();
const token='00000000-0000-4000-8000-000000000000';
await pool.query('begin');
await pool.query("update conversations set attention_due_at=now()-interval '1 s', thinking_token=$1 where id=any($2)",[token,convs.map(c=>c.id)]);
await pool.query("insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed, body, kind, account_sid, message_sid, state, created_at) select business_id, id, 'in','whatsapp','+1','x','hello what','text','AC1','SMN'||id,'received',now() from conversations where id=any($1)",[convs.map(c=>c.id)]);
const {rows:news}=await pool.query("select * from messages where message_sid like 'SMN%'");
await pool.query('analyze messages');
let q;
if(which==='claim') q=claimStatement({limit:16,token,now,withHistory:false});
if(which==='settle') q=settleStatement(convs.map(c=>({sendToken:token,turn:{conversationId:c.id,token,inboundCount:c.inbound_count,messages:[]},ending:{outcome:'answered',replies:[{kind:'answer',text:'hi'}],throughId:news.find(n=>n.conversation_id===c.id).id,isVoidWhenMoreWasSaid:true,isCounted:true,language:'en'}})),now);
const mod=await import('/work/main/src/features/outbound/marks.system.ts'); const st=await import('/work/main/src/features/outbound/status.system.ts');
let captured; const fakeDb={runAsSystem:async(s)=>{captured=s;return[]}};
const {rows:outs}=await pool.query("select * from messages where direction='out' limit 8");
if(which==='mark'){ const m=mod.marker({db:fakeDb,clock:{now:()=>now},wakeups:{wake(){}}}); await Promise.all(outs.map((o,i)=>m({message:{id:o.id,token},state:'handed-over',sid:'SMX'+i,accountSid:'AC1',status:'queued'}))); await new Promise(r=>setTimeout(r,50)); await pool.query('update messages set claim_token=$1, message_sid=null where id=any($2)',[token,outs.map(o=>o.id)]); q=captured}
if(which==='status'){ const m=st.statusRecorder({db:fakeDb,clock:{now:()=>now},wakeups:{wake(){}}}); await Promise.all(outs.map((o,i)=>m({messageId:o.id,accountSid:'AC1',messageSid:o.message_sid,status:'read',eventType:'READ',errorCode:null,sentence:null}))); await new Promise(r=>setTimeout(r,50)); q=captured}
if(which==='receive'){ const r=await import('/work/main/src/features/inbound/receive.system.ts');
 const f={runAsSystem:async(s)=>{captured=s;return[]},asSystem:async()=>[]}; 
 q=r.insertStatement(convs.map((c,i)=>({businessId:c.business_id,personIndex:'p'+i,otherIndex:null,channel:'whatsapp',ourAddress:'+1',theirSealed:'x',accountSid:'AC1',messageSid:'SMZ'+i,body:'hi',kind:'text',details:null,dueAt:now,receivedAt:now})), new Map(convs.map((c,i)=>[c.business_id+' p'+i+' ',{conversationId:c.id}]))); }
for(let i=0;i<3;i++){ await pool.query('savepoint a'); const {rows}=await sql`explain (analyze,buffers,costs off) ${q}`.execute(db); await pool.query('rollback to a'); if(i===2||process.argv[3]) console.log(rows.map(r=>r['QUERY PLAN']).join('\n')); }
await pool.query('rollback'); await db.destroy();
